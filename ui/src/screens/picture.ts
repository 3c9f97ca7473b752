/**
 * Makes a drawing of the core an address that an <img> can show, once it can be painted at once. A picture is the only way
 * a drawing comes onto the page: nothing in it is run or read as part of the page. The address is given back with
 * `URL.revokeObjectURL`.
 */
export async function pictureOf(svg: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  // What cannot be decoded here cannot be shown below either; the text beside it still tells what it is.
  await image.decode().catch(() => undefined);
  return url;
}

/** Width and height of a drawing on paper in CSS px (96 to the inch); `undefined` when it names none. */
export function paperSize(svg: string): { readonly width: number; readonly height: number } | undefined {
  const root = /<svg\b[^>]*>/u.exec(svg)?.[0] ?? '';
  const side = (name: string): number | undefined => {
    const found = new RegExp(`\\s${name}="([\\d.]+)(pt|mm|px)?"`, 'u').exec(root);
    if (!found) return undefined;
    return Number(found[1]) * ({ pt: 96 / 72, mm: 96 / 25.4, px: 1 }[found[2] ?? 'px'] ?? 1);
  };
  const [width, height] = [side('width'), side('height')];
  return width && height ? { width, height } : undefined;
}
