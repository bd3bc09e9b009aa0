import type { Draft, Shelf } from "../draft.ts";
import { type Problem, problemText } from "../problem.ts";
import { checkReferences } from "./check-references.ts";

/** Whether the built-in flows still find what they look for where a company's flows stand in the place of others. */
export function checkReplaced(own: readonly Draft[], builtIn: Shelf, all: Shelf): Problem[] {
  const replaced = own.filter(({ name }) => builtIn.has(name));
  const staying = [...builtIn.values()].filter((draft) => all.get(draft.name) === draft);
  return replaced.flatMap((mine) => {
    const withMine = new Map([...builtIn, [mine.name, mine]]);
    return staying.flatMap((draft) => {
      const before = new Set(checkReferences(draft, builtIn).map(problemText));
      const now = checkReferences(draft, withMine).map(problemText);
      const broken = now.filter((problem) => !before.has(problem));
      return broken.map((problem) =>
        mine.file.problem(["id"], `stands in the place of a built-in flow, but then ${problem}`),
      );
    });
  });
}
