import type { Notice } from '../../components/notices.svelte';
import { noticeOf } from '../../errors';
import type { PaperId } from '../../ipc/PaperId';
import type { Pages } from '../../ipc/Pages';
import { paperSize } from '../picture';

/** What the pages need of the window, so that they can be tried without one. */
export interface Means {
  readonly set: (paper: PaperId) => Promise<Pages>;
  /** Makes a drawing an address of a picture that can be painted at once. */
  readonly picture: (svg: string) => Promise<string>;
  readonly discard: (url: string) => void;
}

/** How large a page is shown: as wide as there is room, whole, or as large as on paper. */
export type Zoom = 'width' | 'page' | 'paper';

/** One page on the screen. */
export interface ShownPage {
  readonly url: string;
  /** Size on paper, CSS px; `undefined` when the drawing does not tell. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

/** The pages of a paper, one of which is looked at. The same page is kept in view while the paper is set anew. */
export class PaperPages {
  title = $state('');
  count = $state(0);
  /** The page looked at, from 1; 0 without pages. */
  at = $state(0);
  shown: ShownPage | undefined = $state.raw();
  /** Why there are no pages. */
  reason: Notice | undefined = $state.raw();
  setting = $state(false);

  readonly #means: Means;
  #drawings: readonly string[] = [];
  #paper: PaperId | undefined;
  #turn = 0;
  #picture = 0;

  constructor(means: Means) {
    this.#means = means;
  }

  /** Sets a paper. Another paper begins with its first page. */
  async load(paper: PaperId): Promise<void> {
    const turn = (this.#turn += 1);
    this.setting = true;
    try {
      const { pages, title } = await this.#means.set(paper);
      if (turn !== this.#turn) return;
      const at = this.#paper === paper ? this.at : 1;
      this.#paper = paper;
      this.#drawings = pages;
      this.title = title;
      this.count = pages.length;
      this.at = within(at, pages.length);
      this.reason = undefined;
      await this.#show();
    } catch (failure) {
      if (turn !== this.#turn) return;
      this.#empty();
      this.reason = noticeOf(failure);
    } finally {
      if (turn === this.#turn) this.setting = false;
    }
  }

  /** Takes the pages away, and a setting under way with them. */
  clear(): void {
    this.#turn += 1;
    this.setting = false;
    this.reason = undefined;
    this.#empty();
  }

  /** Goes to a page; beyond the ends to the last or first one. */
  async go(page: number): Promise<void> {
    const at = within(page, this.count);
    if (at === this.at) return;
    this.at = at;
    await this.#show();
  }

  next(): Promise<void> {
    return this.go(this.at + 1);
  }

  back(): Promise<void> {
    return this.go(this.at - 1);
  }

  async #show(): Promise<void> {
    const turn = (this.#picture += 1);
    const svg = this.#drawings[this.at - 1];
    const url = svg === undefined ? undefined : await this.#means.picture(svg);
    if (turn !== this.#picture) {
      if (url !== undefined) this.#means.discard(url);
      return;
    }
    this.#replace(svg === undefined || url === undefined ? undefined : { url, size: paperSize(svg) });
  }

  #replace(shown: ShownPage | undefined): void {
    const before = this.shown;
    this.shown = shown;
    if (before) this.#means.discard(before.url);
  }

  #empty(): void {
    this.#picture += 1;
    this.#drawings = [];
    this.#paper = undefined;
    this.title = '';
    this.count = 0;
    this.at = 0;
    this.#replace(undefined);
  }
}

function within(page: number, count: number): number {
  return count === 0 ? 0 : Math.min(count, Math.max(1, Math.trunc(page) || 1));
}

/** The page a key leads to, or `undefined` when the key is not one for turning pages. */
export function pageOfKey(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'PageDown':
      return within(at + 1, count);
    case 'PageUp':
      return within(at - 1, count);
    case 'Home':
      return within(1, count);
    case 'End':
      return within(count, count);
    default:
      return undefined;
  }
}

/** Width a page is shown with, px, in a room of this width and height. */
export function shownWidth(zoom: Zoom, size: ShownPage['size'], room: { readonly width: number; readonly height: number }): number {
  if (!size) return room.width;
  switch (zoom) {
    case 'paper':
      return size.width;
    case 'width':
      return room.width;
    case 'page':
      return Math.min(room.width, (room.height * size.width) / size.height);
  }
}
