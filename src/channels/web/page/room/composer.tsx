import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import { Icon } from "../parts/icon.tsx";
import { ChooseFile } from "./choose-file.tsx";

interface Props {
  /** Names the place for keeping what is half written in this tab. */
  readonly draftKey: string;
  readonly label: string;
  readonly placeholder: string;
  readonly say: Say;
  /** What the server refused from here: it comes back to be mended. */
  readonly returned: string | null;
  readonly onSend: (text: string) => void;
  readonly onEditLast: () => void;
  /** Files are read here: they can be chosen, not only dropped and pasted. */
  readonly takesFiles: boolean;
  readonly onFiles: (files: FileList) => void;
}

/** Enter sends, Shift+Enter starts a line, arrow up in an empty box edits the last own message. It grows with the text; a reload keeps it. */
export function Composer(props: Props) {
  const { draftKey, label, placeholder, say, returned, onSend, onEditLast, takesFiles, onFiles } = props;
  const key = `luotsi.draft.${draftKey}`;
  const [text, setText] = useState(() => window.sessionStorage.getItem(key) ?? "");
  const box = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const write = (next: string) => {
    setText(next);
    if (next === "") window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, next);
  };
  useLayoutEffect(() => growToText(box.current), [text]);
  // With the box, not after it: who tabbed on meanwhile would be called back.
  useLayoutEffect(() => {
    if (window.matchMedia("(hover: hover)").matches) box.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (returned !== null && text === "") write(returned);
  }, [returned]);
  const send = () => {
    if (text.trim() === "") return;
    write("");
    onSend(text);
    box.current?.focus();
  };
  return (
    <>
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {takesFiles && <ChooseFile say={say} onFiles={onFiles} />}
        <textarea
          ref={box}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={hint}
          dir="auto"
          enterkeyhint="send"
          onInput={(event) => write(event.currentTarget.value)}
          onPaste={(event) => {
            const files = event.clipboardData?.files;
            if (files !== undefined && files.length > 0) onFiles(files);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === "Enter" && !event.shiftKey) {
              event.preventDefault();
              send();
            }
            if (event.key === "ArrowUp" && text === "") {
              event.preventDefault();
              onEditLast();
            }
          }}
        />
        <button type="submit" class="send" aria-label={say("web.page.composer.send")} disabled={text.trim() === ""}>
          <Icon name="send" />
        </button>
      </form>
      <p class="composer-hint" id={hint}>
        {say("web.page.composer.hint")}
      </p>
    </>
  );
}

/** As high as its text; the style sheet says where it ends. */
function growToText(box: HTMLTextAreaElement | null): void {
  if (box === null) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}
