// The invented example reports as texts. A chunk of its own: connect-src 'none' forbids fetching them as files.
const files = import.meta.glob<string>('../../../public/examples/*', { eager: true, query: '?raw', import: 'default' });

export const exampleReports: readonly { readonly name: string; readonly text: string }[] = Object.keys(files)
  .sort()
  .map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1), text: files[path]! }));
