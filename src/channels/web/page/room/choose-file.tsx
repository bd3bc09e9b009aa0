import { useRef } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import { Icon } from "../parts/icon.tsx";

interface Props {
  readonly say: Say;
  readonly onFiles: (files: FileList) => void;
}

/** The way to send a file by phone, keyboard and screen reader. */
export function ChooseFile({ say, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const label = say("web.page.file.choose");
  return (
    <>
      <button type="button" class="plain" aria-label={label} title={label} onClick={() => input.current?.click()}>
        <Icon name="file" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const { files } = currentTarget;
          if (files !== null && files.length > 0) onFiles(files);
        }}
        // The same file, mended, is a choice too.
        onClick={({ currentTarget }) => {
          currentTarget.value = "";
        }}
      />
    </>
  );
}
