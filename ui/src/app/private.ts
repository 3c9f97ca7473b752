/** Characters whose shape only one computer knows (外字, private use), as they are called: U+E000. Each once, ten at most. */
export function privateCharacters(value: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      for (const [character] of part.matchAll(/\p{Co}/gu)) {
        found.add(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
      }
    } else if (Array.isArray(part)) part.forEach(look);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(look);
  };
  look(value);
  return [...found].slice(0, 10);
}
