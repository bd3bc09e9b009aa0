import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";

interface Props {
  readonly text: string;
  readonly say: Say;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** One's own message, open for editing in its place. */
export function OwnEditor({ text, say, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(text);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(text.length, text.length);
  }, []);
  const save = () => {
    if (draft.trim() === "" || draft === text) onCancel();
    else onSave(draft);
  };
  return (
    <form
      class="own-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={box}
        value={draft}
        rows={Math.min(8, draft.split("\n").length)}
        aria-label={say("web.page.messages.editing")}
        dir="auto"
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === "Escape") onCancel();
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            save();
          }
        }}
      />
      <div class="own-editor-foot">
        <span class="quiet">{say("web.page.messages.editHint")}</span>
        <button type="button" class="button" onClick={onCancel}>
          {say("web.page.messages.cancel")}
        </button>
        <button type="submit" class="button primary">
          {say("web.page.messages.save")}
        </button>
      </div>
    </form>
  );
}
