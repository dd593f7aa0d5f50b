// Writes a moment as clerks do: 2026-01-25 09:05, in the time of this machine.

/** @param moment milliseconds since 1970 */
export function writeTime(moment: number): string {
  const date = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
