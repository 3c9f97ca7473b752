// hand-made for checking until the real ones are generated
export type OfficeChangeKind = "renamed" | "merged" | "split" | "abolished";
