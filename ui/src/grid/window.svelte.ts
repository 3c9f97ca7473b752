import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';

/** What the window has to know of the rows. */
export interface RowSource {
  readonly count: number;
  readonly idOf: (index: number) => string;
  readonly estimate: (index: number) => number;
  /** The row that is drawn even when it is scrolled away, because the focus points to it. */
  readonly kept: number;
}

/** Rows drawn above and below the window. */
const OVERSCAN = 6;

/** Which rows are drawn and where: only those in the window, with the heights they turned out to have. */
export class RowWindow {
  items: readonly VirtualItem[] = $state.raw([]);
  /** Height of all rows, px. */
  total = $state(0);
  scrollTop = $state(0);
  scrollLeft = $state(0);
  /** Height and width of the rows' window without the header, px. */
  height = $state(0);
  width = $state(0);

  #scroller: HTMLElement | null = null;
  readonly #rows: Virtualizer<HTMLElement, HTMLElement>;

  constructor() {
    this.#rows = new Virtualizer<HTMLElement, HTMLElement>(this.#options({ count: 0, idOf: String, estimate: () => 28, kept: -1 }));
  }

  #options(source: RowSource): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    return {
      count: source.count,
      getScrollElement: () => this.#scroller,
      estimateSize: source.estimate,
      getItemKey: source.idOf,
      overscan: OVERSCAN,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      rangeExtractor: (range) => {
        const drawn = defaultRangeExtractor(range);
        if (source.kept < 0 || source.kept >= source.count) return drawn;
        if (source.kept < (drawn[0] ?? 0)) return [source.kept, ...drawn];
        return source.kept > (drawn.at(-1) ?? -1) ? [...drawn, source.kept] : drawn;
      },
      onChange: () => this.#read(),
    };
  }

  #read(): void {
    this.items = this.#rows.getVirtualItems();
    this.total = this.#rows.getTotalSize();
    // The virtualizer moves the window itself when rows above turn out higher; the scroll event comes a frame later.
    if (this.#scroller) this.scrollTop = this.#scroller.scrollTop;
  }

  /** Ties the window to the element that scrolls; returns the end of it. */
  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const end = this.#rows._didMount();
    this.#rows._willUpdate();
    this.#read();
    return () => {
      this.#scroller = null;
      end();
    };
  }

  /** Takes other rows. `reshaped` when widths changed, so that no height known so far holds. */
  update(source: RowSource, reshaped: boolean): void {
    this.#rows.setOptions(this.#options(source));
    this.#rows._willUpdate();
    if (reshaped) this.#rows.measure();
    this.#read();
  }

  /** On the scroll event of the element. */
  scrolled(): void {
    if (!this.#scroller) return;
    this.scrollTop = this.#scroller.scrollTop;
    this.scrollLeft = this.#scroller.scrollLeft;
  }

  /** Learns the height of a drawn row; its `data-index` names it. */
  readonly measure = (row: HTMLElement): (() => void) => {
    this.#rows.measureElement(row);
    return () => this.#rows.measureElement(null);
  };

  /** Top and height of a row, px from the first row; known or estimated. */
  place(index: number): { top: number; height: number } {
    const item = this.#rows.measurementsCache[index];
    return item ? { top: item.start, height: item.size } : { top: 0, height: 0 };
  }

  /** Scrolls so that what lies between `left` and `right` (px) begins right behind the frozen columns, unless all of it is seen. */
  begin(left: number, right: number, frozen: number): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const seen = left >= scroller.scrollLeft + frozen && right <= scroller.scrollLeft + this.width;
    if (!seen) scroller.scrollLeft = left - frozen;
    this.scrolled();
  }

  /**
   * Scrolls as little as needed to show a row and the columns between `left` and `right` (px), past the frozen ones.
   * To the right it goes on to the next of `edges`, where a column begins: none is cut in half beside the frozen ones.
   * `true` when it had to.
   */
  reveal(index: number, left: number, right: number, frozen: number, edges: readonly number[] = []): boolean {
    const scroller = this.#scroller;
    if (!scroller || this.height <= 0) return false;
    const before = { top: scroller.scrollTop, left: scroller.scrollLeft };
    const { top, height } = this.place(index);
    const bottom = top + Math.min(height, this.height);
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + this.height) scroller.scrollTop = bottom - this.height;
    if (left < right) {
      if (left < scroller.scrollLeft + frozen) scroller.scrollLeft = left - frozen;
      else if (right > scroller.scrollLeft + this.width) {
        const least = right - this.width;
        const edge = edges.find((at) => at - frozen >= least) ?? least + frozen;
        scroller.scrollLeft = Math.min(left, edge) - frozen;
      }
    }
    this.scrolled();
    return scroller.scrollTop !== before.top || scroller.scrollLeft !== before.left;
  }
}
