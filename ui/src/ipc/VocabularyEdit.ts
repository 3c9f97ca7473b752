// hand-made for checking until the real ones are generated
import type { VocabularyId } from "./VocabularyId";
import type { FiscalYear } from "./FiscalYear";
import type { Term } from "./Term";
import type { TermId } from "./TermId";
export type VocabularyEdit = { "kind": "add", axis: string, terms: Array<string> } | { "kind": "rename", vocabulary: VocabularyId, axis: string } | { "kind": "years", vocabulary: VocabularyId, since: string, until: string } | { "kind": "replace", vocabulary: VocabularyId, from: FiscalYear } | { "kind": "move", vocabulary: VocabularyId, position: number } | { "kind": "remove", vocabulary: VocabularyId } | { "kind": "add_term", vocabulary: VocabularyId, label: string } | { "kind": "edit_term", term: Term } | { "kind": "move_term", term: TermId, position: number } | { "kind": "remove_term", term: TermId };
