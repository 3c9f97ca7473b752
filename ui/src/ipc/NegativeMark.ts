// hand-made for checking until the real ones are generated
export type NegativeMark = "white_triangle" | "black_triangle" | "minus" | "hyphen";
