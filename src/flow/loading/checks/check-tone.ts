import { isRecord, type Path } from "../file/path.ts";
import type { YamlFile } from "../file/yaml-file.ts";
import type { Problem } from "../problem.ts";

/** Pictures in text: what is drawn in colour, what is asked to be (U+FE0F), and the old symbols that phones colour. */
const EMOJI = /\p{Emoji_Presentation}|\uFE0F|[\u2600-\u27BF]/u;

/** How the coach speaks (no exclamation marks, no emoji), and that each text has really been written in both languages. */
export function checkTone(file: YamlFile): Problem[] {
  return textsIn(file.value, []).flatMap(({ path, fi, en }) => {
    const problems = (
      [
        ["fi", fi],
        ["en", en],
      ] as const
    ).flatMap(([language, text]) => {
      const place = [...path, language];
      return [
        ...(text.includes("!") ? [file.problem(place, "has an exclamation mark; the coach speaks calmly")] : []),
        ...(EMOJI.test(text) ? [file.problem(place, "has an emoji; say it in words")] : []),
        ...(text.trim() === text ? [] : [file.problem(place, "has spaces at an end, or nothing else")]),
      ];
    });
    return fi === en && isSentence(fi) ? [...problems, file.problem([...path, "en"], "is the same as fi")] : problems;
  });
}

interface Text {
  readonly path: Path;
  readonly fi: string;
  readonly en: string;
}

function textsIn(value: unknown, path: Path): Text[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => textsIn(item, [...path, at]));
  if (!isRecord(value)) return [];
  const { fi, en } = value;
  const here = typeof fi === "string" && typeof en === "string" ? [{ path, fi, en }] : [];
  return [...here, ...Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, key]))];
}

/** Names and terms (CRM, Virtasen Konepaja, h) may be alike in both languages; anything with Finnish letters or a second word in small letters may not. */
function isSentence(text: string): boolean {
  return /[äö]/i.test(text) || /\S\s+\p{Ll}/u.test(text);
}
