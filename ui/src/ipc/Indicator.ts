// hand-made for checking until the real ones are generated
import type { IndicatorId } from "./IndicatorId";
import type { Part } from "./Part";
import type { Written } from "./Written";
import type { Baseline } from "./Baseline";
export type Indicator = { id: IndicatorId, name: string, account: string, definition: string, parts: Array<Part>, good?: Written<string>, survey: boolean, cumulative: boolean, source: string, note: string, baseline?: Baseline };
