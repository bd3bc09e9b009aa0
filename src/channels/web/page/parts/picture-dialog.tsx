import { useEffect, useRef } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly source: string;
  readonly alt: string;
  readonly say: Say;
  readonly onClose: () => void;
}

/** A picture as large as the window lets it be. Esc, its button and a tap beside it close it. */
export function PictureDialog({ source, alt, say, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="picture-dialog"
      aria-label={say("web.page.picture.title")}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={(event) => event.key === "Escape" && dialog.current?.close()}
    >
      <button type="button" class="plain" aria-label={say("web.page.close")} onClick={() => dialog.current?.close()}>
        <Icon name="close" />
      </button>
      <img src={source} alt={alt} />
    </dialog>
  );
}
