// hand-made for checking until the real ones are generated
export type Comma = "touten" | "full_width";
