// hand-made for checking until the real ones are generated
import type { PlanId } from "./PlanId";
import type { Written } from "./Written";
import type { FiscalYear } from "./FiscalYear";
import type { Level } from "./Level";
import type { Vocabulary } from "./Vocabulary";
import type { Evaluator } from "./Evaluator";
import type { Rate } from "./Rate";
import type { Group } from "./Group";
import type { Schedule } from "./Schedule";
import type { Node } from "./Node";
export type Plan = { id: PlanId, name: string, first: Written<FiscalYear>, last: Written<FiscalYear>, levels: Array<Level>, evaluation_level: number, predecessors: Array<PlanId>, related: Array<string>, note: string, vocabularies: Array<Vocabulary>, evaluators: Array<Evaluator>, rates: Array<Rate>, groups: Array<Group>, schedules: Array<Schedule>, nodes: Array<Node> };
