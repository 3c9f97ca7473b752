// hand-made for checking until the real ones are generated
import type { IndicatorId } from "./IndicatorId";
import type { IndicatorEdit } from "./IndicatorEdit";
export type IndicatorRequest = { indicator: IndicatorId, edit: IndicatorEdit };
