/** A node of the plan, in the order of the tree. */
export interface TreeNode {
  readonly id: string;
  /** Depth, 0 at the top. */
  readonly level: number;
  /** Number as printed: ②, R1-1. */
  readonly number: string;
  readonly title: string;
  /** Name of its level in the city's words, read aloud: 方向性. */
  readonly kind: string;
  /** 新規, 終了, 再掲 …; shown behind the title. */
  readonly mark?: string;
  /** Shown paler and struck through. */
  readonly ended?: boolean;
}

/** A new place of a node. */
export interface TreeMove {
  readonly id: string;
  /** The node above; `undefined` at the top. */
  readonly parent: string | undefined;
  /** Place among its new siblings without itself, from 0. */
  readonly position: number;
}
