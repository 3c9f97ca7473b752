// hand-made for checking until the real ones are generated
import type { Written } from "./Written";
import type { FiscalYear } from "./FiscalYear";
import type { Figure } from "./Figure";
export type Baseline = { year: Written<FiscalYear>, figures: Array<Figure> };
