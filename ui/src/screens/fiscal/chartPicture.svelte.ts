import type { Notice } from '../../components/notices.svelte';
import { noticeOf } from '../../errors';
import type { ChartPreview } from '../../ipc/ChartPreview';
import type { Picture } from '../../ipc/Picture';

/** A drawn chart that an <img> can show. */
export interface Shown {
  readonly url: string;
  readonly alt: string;
  readonly width_mm: number;
  readonly height_mm: number;
}

/** What the picture needs of the window, so that it can be tried without one. */
export interface Means {
  readonly draw: (request: ChartPreview) => Promise<Picture>;
  /** Makes a drawing an address of a picture that can be painted at once. */
  readonly picture: (svg: string) => Promise<string>;
  readonly discard: (url: string) => void;
}

/**
 * The picture of the chosen chart. The old picture stands until the new one can be painted, so that nothing flickers while
 * figures are typed; of several drawings under way only the last one asked for is shown.
 */
export class ChartPicture {
  shown: Shown | undefined = $state.raw();
  /** Why there is no picture: what happened and what to do. */
  reason: Notice | undefined = $state.raw();

  readonly #means: Means;
  #turn = 0;

  constructor(means: Means) {
    this.#means = means;
  }

  async draw(request: ChartPreview): Promise<void> {
    const turn = (this.#turn += 1);
    try {
      const { svg, ...picture } = await this.#means.draw(request);
      if (turn !== this.#turn) return;
      const url = await this.#means.picture(svg);
      if (turn !== this.#turn) this.#means.discard(url);
      else this.#show({ url, ...picture }, undefined);
    } catch (failure) {
      if (turn === this.#turn) this.#show(undefined, noticeOf(failure));
    }
  }

  /** Takes the picture away, and drawings under way with it. */
  clear(): void {
    this.#turn += 1;
    this.#show(undefined, undefined);
  }

  #show(shown: Shown | undefined, reason: Notice | undefined): void {
    const before = this.shown;
    this.shown = shown;
    this.reason = reason;
    if (before) this.#means.discard(before.url);
  }
}
