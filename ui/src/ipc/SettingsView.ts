// hand-made for checking until the real ones are generated
import type { City } from "./City";
import type { PlanHead } from "./PlanHead";
import type { PlanSettings } from "./PlanSettings";
import type { OfficeRow } from "./OfficeRow";
import type { ChangeRow } from "./ChangeRow";
export type SettingsView = { city: City, plans: Array<PlanHead>, plan?: PlanSettings, offices: Array<OfficeRow>, changes: Array<ChangeRow> };
