// hand-made for checking until the real ones are generated
import type { EvaluatorId } from "./EvaluatorId";
export type EvaluatorEdit = { "kind": "add", name: string } | { "kind": "rename", evaluator: EvaluatorId, name: string } | { "kind": "move", evaluator: EvaluatorId, position: number } | { "kind": "remove", evaluator: EvaluatorId };
