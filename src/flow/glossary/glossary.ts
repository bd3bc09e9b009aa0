import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { LIMITS } from "../../message/limits.ts";
import type { Language } from "../../text/text.ts";
import { checkTone } from "../loading/checks/check-tone.ts";
import { schemaProblems } from "../loading/file/schema-problems.ts";
import { readYaml, type YamlFile } from "../loading/file/yaml-file.ts";
import { inOrder, type Problem } from "../loading/problem.ts";
import { slug } from "../step.ts";
import { comparedWords, type Likeness, likeness, SURENESS } from "./glossary-likeness.ts";

const inOneLanguage = z.strictObject({
  /** As it is shown, an abbreviation in brackets: "Asiakkaan elinkaariarvo (CLV)". Either part finds it. */
  term: z.string().min(1).max(60),
  /** What else people call it, in basic form. */
  alsoKnownAs: z.array(z.string().min(1).max(60)).default([]),
  /** Goes on from the term and a colon. */
  explanation: z.string().min(1).max(LIMITS.messageText),
});

const glossarySchema = z.strictObject({
  terms: z.array(z.strictObject({ id: slug, fi: inOneLanguage, en: inOneLanguage })).min(1),
});
export type Glossary = z.infer<typeof glossarySchema>;
export type Term = Glossary["terms"][number];

export type LoadedGlossary =
  | { readonly ok: true; readonly value: Glossary }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads flows/glossary.yaml, or says everything that is wrong with it. */
export function loadGlossary(file: string): LoadedGlossary {
  if (!existsSync(file))
    return { ok: false, problems: [{ file, line: 1, column: 1, path: "", problem: "there is no such file" }] };
  const yaml = readYaml(file, readFileSync(file, "utf8"));
  const read = glossarySchema.safeParse(yaml.value);
  if (yaml.value === undefined) return { ok: false, problems: yaml.problems };
  const problems = [
    ...yaml.problems,
    ...schemaProblems(yaml, glossarySchema),
    ...checkTone(yaml),
    ...(read.success ? [...usedTwice(yaml, read.data), ...tooLongTogether(yaml, read.data)] : []),
  ];
  return read.success && problems.length === 0
    ? { ok: true, value: read.data }
    : { ok: false, problems: inOrder(problems) };
}

export type FoundTerm =
  | { readonly kind: "found"; readonly term: Term }
  /** The nearest terms, the best first; none when nothing is near. */
  | { readonly kind: "guesses"; readonly guesses: readonly Term[] };

/** Guesses become buttons: three are read at a glance. */
const MOST_GUESSES = 3;
/** Two misspelt terms nearer to each other than this cannot be told apart. */
const TOO_CLOSE = 0.02;

/**
 * The term that a text asks for, whatever its case, inflection ("asiakaslupauksen", "CLV:n") or small slips. Names of both languages are known;
 * where they disagree, those of `language` win.
 */
export function findTerm(glossary: Glossary, text: string, language: Language): FoundTerm {
  const said = comparedWords(text.slice(0, 200));
  const found = glossary.terms
    .flatMap((term) => {
      const like = bestOf(term, said, language);
      return like === undefined ? [] : [{ term, ...like }];
    })
    .sort(surest);
  const [first, second] = found;
  const sure =
    first !== undefined &&
    first.kind !== "near" &&
    first.kind !== "part" &&
    !(first.kind === "misspelt" && second?.kind === "misspelt" && second.off - first.off < TOO_CLOSE);
  return sure
    ? { kind: "found", term: first.term }
    : { kind: "guesses", guesses: found.slice(0, MOST_GUESSES).map(({ term }) => term) };
}

interface RankedLikeness extends Likeness {
  readonly foreign: boolean;
}

function bestOf(term: Term, said: readonly string[], language: Language): RankedLikeness | undefined {
  return (["fi", "en"] as const)
    .flatMap((one) =>
      namesOf(term, one).flatMap((name) => {
        const like = likeness(said, comparedWords(name));
        return like === undefined ? [] : [{ ...like, foreign: one !== language }];
      }),
    )
    .sort(surest)[0];
}

function surest(one: RankedLikeness, other: RankedLikeness): number {
  return (
    SURENESS.indexOf(one.kind) - SURENESS.indexOf(other.kind) ||
    one.off - other.off ||
    Number(one.foreign) - Number(other.foreign)
  );
}

/** All that finds the term in one language: "X (Y)" is found by X and by Y. */
function namesOf(term: Term, language: Language): readonly string[] {
  const { term: shown, alsoKnownAs } = term[language];
  const [, plain = shown, short] = /^(.*?)\s*(?:\(([^)]*)\))?$/u.exec(shown) ?? [];
  return [plain, ...(short === undefined ? [] : [short]), ...alsoKnownAs];
}

/** Each id once, and each name for one term only: else the order of the file would decide what a word means. */
function usedTwice(yaml: YamlFile, { terms }: Glossary): Problem[] {
  const ids = terms.map(({ id }) => id);
  const sameIds = ids.flatMap((id, at) =>
    ids.indexOf(id) < at ? [yaml.problem(["terms", at, "id"], `another term is called "${id}" already`)] : [],
  );
  const sameNames = (["fi", "en"] as const).flatMap((language) => {
    const owners = new Map<string, string>();
    return terms.flatMap((term, at) =>
      [...new Set(namesOf(term, language).map((name) => comparedWords(name).join(" ")))].flatMap((name) => {
        const owner = owners.get(name);
        if (owner === undefined) owners.set(name, term.id);
        return owner === undefined ? [] : [yaml.problem(["terms", at, language], `"${name}" names ${owner} already`)];
      }),
    );
  });
  return [...sameIds, ...sameNames];
}

/** Term and explanation are one message. */
function tooLongTogether(yaml: YamlFile, { terms }: Glossary): Problem[] {
  return terms.flatMap((term, at) =>
    (["fi", "en"] as const).flatMap((language) => {
      const length = term[language].term.length + 2 + term[language].explanation.length;
      const problem = `has ${length} characters with its term, the limit is ${LIMITS.messageText}`;
      return length > LIMITS.messageText ? [yaml.problem(["terms", at, language, "explanation"], problem)] : [];
    }),
  );
}
