import type { AdaptiveCard } from "adaptivecards";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import { CardView } from "../card/card-view.tsx";
import { markMistakes } from "../card/mark-mistakes.ts";
import type { Tap } from "../card/read-tap.ts";
import type { OpenForm, Passing } from "../state/chat.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly form: OpenForm;
  /** Why the form was not taken, where that is no mistake of a field: told here, since a dialog covers all else. */
  readonly notice: Passing | null;
  readonly say: Say;
  readonly onSubmit: (tap: Tap) => void;
  readonly onClose: () => void;
}

/** The dialog goes on with another form: in its first field, or where there is none at the last button before its submit, the next row's. */
function goOn(card: AdaptiveCard | undefined, dialog: HTMLDialogElement | null): void {
  const [input] = card?.getAllInputs() ?? [];
  const buttons = [...(dialog?.querySelectorAll<HTMLElement>(".form-body button") ?? [])];
  if (input !== undefined) input.focus();
  else (buttons.at(-2) ?? buttons.at(-1))?.focus();
}

/** A form above the chat: the focus stays in it, Esc and the cross close it, mistakes are told at their fields and nothing typed is lost. */
export function FormDialog({ form, notice, say, onSubmit, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const card = useRef<AdaptiveCard | undefined>(undefined);
  const [others, setOthers] = useState<readonly string[]>([]);
  const title = useId();
  // With the dialog, not after it: who typed or tabbed on meanwhile would be called back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    card.current?.getAllInputs()[0]?.focus();
    // Closing gives the focus back to where it was.
    return () => element?.close();
  }, []);
  const first = useRef(form.card);
  useEffect(() => {
    if (form.card === first.current) return;
    first.current = form.card;
    goOn(card.current, dialog.current);
  }, [form.card]);
  useEffect(() => {
    if (card.current !== undefined) setOthers(markMistakes(card.current, form.mistakes));
  }, [form.mistakes]);
  const count = Object.keys(form.mistakes).length;
  const sending = form.eventId !== null;
  // Once it is taken away nothing is left to close.
  const closed = () => dialog.current && onClose();
  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby={title} onClose={closed}>
      <header>
        <h2 id={title}>{form.title === "" ? say("web.page.form.label") : form.title}</h2>
        <button type="button" class="plain" aria-label={say("web.page.close")} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <div class="form-body">
        <CardView
          card={form.card}
          say={say}
          busy={sending}
          onTap={onSubmit}
          onDrawn={(drawn) => {
            card.current = drawn;
          }}
        />
      </div>
      <div role="status" class="form-status">
        {sending && say("web.page.form.sending")}
        {!sending && count > 0 && (
          <p class="mistake">{[say("web.page.form.mistakes", { count }), ...others].join(" ")}</p>
        )}
        {!sending && notice !== null && (
          <p class="mistake">{notice.sentence === "" ? say("web.page.refused") : notice.sentence}</p>
        )}
      </div>
    </dialog>
  );
}
