// hand-made for checking until the real ones are generated
import type { OfficeChangeId } from "./OfficeChangeId";
export type OfReorganisation = { change: OfficeChangeId };
