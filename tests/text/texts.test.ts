import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language, texts } from "../../src/text/text.ts";

/** Every text of a language by its path; plural forms ("_one", "_other") under one path. */
function flat(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(at, value);
    else for (const [inner, text] of flat(value, at)) found.set(inner, text);
  }
  return found;
}

const all: { readonly [language in Language]: ReadonlyMap<string, string> } = {
  fi: flat(texts.fi.translation),
  en: flat(texts.en.translation),
};

function parameters(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/gu)].map(([, name]) => name ?? ""))].sort();
}

/** A singular may leave its number out ("Yksi vastasi."): both forms together hold the parameters. */
function parametersByKey(language: Language): Map<string, string> {
  const found = new Map<string, string[]>();
  for (const [key, text] of all[language]) {
    const stem = key.replace(/_(one|other)$/u, "");
    found.set(stem, [...(found.get(stem) ?? []), ...parameters(text)]);
  }
  return new Map([...found].map(([key, names]) => [key, [...new Set(names)].sort().join(" ")]));
}

describe("Luotsi's own words", () => {
  it("stand under the same keys in every language", () => {
    expect([...all.en.keys()].sort()).toEqual([...all.fi.keys()].sort());
  });

  it("take the same parameters in every language", () => {
    expect(Object.fromEntries(parametersByKey("en"))).toEqual(Object.fromEntries(parametersByKey("fi")));
  });

  it.each(LANGUAGES)("have both plural forms or none: %s", (language) => {
    const forms = [...all[language].keys()].filter((key) => /_(one|other)$/u.test(key));
    for (const key of forms) {
      const other = key.endsWith("_one") ? key.replace(/_one$/u, "_other") : key.replace(/_other$/u, "_one");
      expect(forms).toContain(other);
    }
  });

  it.each(LANGUAGES)("hold no exclamation mark, no emoji, nothing empty: %s", (language) => {
    for (const [key, text] of all[language]) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).not.toMatch(/!|\p{Extended_Pictographic}/u);
    }
  });

  it.each(LANGUAGES)("speak of no thread, which a group chat has not, but in the web chat's own: %s", (language) => {
    const threads = [...all[language]].filter(([key, text]) => !key.startsWith("web.") && /ketju|thread/iu.test(text));
    expect(threads).toEqual([]);
  });

  it("are translated", () => {
    const same = [...all.fi].filter(
      ([key, text]) => all.en.get(key) === text && /\p{L}{4,}/u.test(text.replace(/\{\{.*?\}\}|Luotsi/gu, "")),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});
