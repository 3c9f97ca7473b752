// hand-made for checking until the real ones are generated
import type { PlanId } from "./PlanId";
export type OfPlanEdit<T> = { plan: PlanId, edit: T, anyway?: boolean };
