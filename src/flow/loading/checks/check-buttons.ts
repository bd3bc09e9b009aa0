import { LIMITS } from "../../../message/limits.ts";
import { LANGUAGES, words } from "../../../text/text.ts";
import type { Draft } from "../draft.ts";
import { type Path, valueAt } from "../file/path.ts";
import type { Problem } from "../problem.ts";

/** Whether the titles fit on the buttons that they become, together with the coach's words before them. */
export function checkButtons(draft: Draft): Problem[] {
  return LANGUAGES.flatMap((language) => {
    const say = words(language);
    return [
      ...tooLong(draft, ["title", language], (flow) => say("coach.button.startFlow", { flow })),
      ...draft.steps.flatMap(({ path }) =>
        tooLong(draft, [...path, "title", language], (title) => say("coach.button.changeStep", { title })),
      ),
    ];
  });
}

/** Titles that are too long by themselves are told by the schema. */
function tooLong({ file }: Draft, path: Path, button: (title: string) => string): Problem[] {
  const title = valueAt(file.value, path);
  if (typeof title !== "string" || title.length > LIMITS.buttonLabel) return [];
  const label = button(title);
  if (label.length <= LIMITS.buttonLabel) return [];
  const most = title.length - (label.length - LIMITS.buttonLabel);
  return [
    file.problem(
      path,
      `becomes the button "${label}", which holds ${LIMITS.buttonLabel} characters: shorten it to ${most}`,
    ),
  ];
}
