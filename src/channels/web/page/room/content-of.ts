/** What the coach reads at most, in bytes. */
const MOST_BYTES = 20_000_000;

/** A file in base64; null where it is too large to be sent. */
export function contentOf(file: File): Promise<string | null> {
  if (file.size > MOST_BYTES) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      // "data:text/csv;base64,QXNpYWthcw=="
      const url = typeof reader.result === "string" ? reader.result : "";
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read"));
    reader.readAsDataURL(file);
  });
}
