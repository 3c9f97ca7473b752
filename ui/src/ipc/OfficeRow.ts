// hand-made for checking until the real ones are generated
import type { Office } from "./Office";
import type { UseCount } from "./UseCount";
export type OfficeRow = { office: Office, since: string, until: string, uses: UseCount };
