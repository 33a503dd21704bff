/** The browser may read a file for so long after it was told to keep it. */
const READ_MS = 60_000;

/** Has the browser keep a file, as a link to it would. */
export function saveFile(blob, fileName) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
}
