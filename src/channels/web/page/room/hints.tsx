import type { Say } from "../../../../text/text.ts";

interface Props {
  readonly hints: readonly string[];
  readonly say: Say;
  readonly onSay: (text: string) => void;
}

/** Things to say first, where nobody has said anything yet. A tap says it. */
export function Hints({ hints, say, onSay }: Props) {
  return (
    <section class="hints" aria-labelledby="hints-title">
      <h2 id="hints-title">{say("web.page.hints.title")}</h2>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>
            <button type="button" class="chip" onClick={() => onSay(hint)}>
              {hint}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
