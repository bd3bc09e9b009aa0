import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface FileDrop {
  readonly place: RefObject<HTMLDivElement | null>;
  /** Files are being held above the place. */
  readonly filesOver: boolean;
}

/** Hears of files that are dropped on a place; the browser does not open them. */
export function useFileDrop(onFiles: (files: FileList) => void): FileDrop {
  const place = useRef<HTMLDivElement | null>(null);
  const [filesOver, setFilesOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setFilesOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setFilesOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setFilesOver(false);
      if (event.dataTransfer) latest.current(event.dataTransfer.files);
    };
    element.addEventListener("dragover", over);
    element.addEventListener("dragleave", leave);
    element.addEventListener("drop", drop);
    return () => {
      element.removeEventListener("dragover", over);
      element.removeEventListener("dragleave", leave);
      element.removeEventListener("drop", drop);
    };
  }, []);
  return { place, filesOver };
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
