// hand-made for checking until the real ones are generated
import type { RateId } from "./RateId";
import type { EvaluatorId } from "./EvaluatorId";
import type { TermId } from "./TermId";
export type Rate = { id: RateId, name: string, formula: string, evaluator?: EvaluatorId, numerator: Array<TermId>, denominator: Array<TermId>, unjudged: boolean };
