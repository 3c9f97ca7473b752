// hand-made for checking until the real ones are generated
import type { Plan } from "./Plan";
import type { YearHead } from "./YearHead";
import type { UseCount } from "./UseCount";
export type PlanSettings = { plan: Plan, years: Array<YearHead>, levels: Array<UseCount>, groups: Record<number, UseCount>, vocabularies: Record<number, UseCount>, terms: Record<number, UseCount>, evaluators: Record<number, UseCount>, schedules: Record<number, UseCount> };
