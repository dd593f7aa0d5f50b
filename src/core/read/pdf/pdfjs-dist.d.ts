// The worker half of pdf.js, which comes without types: only what client.ts uses.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    createDocumentHandler(parameters: object, port: object): string;
  };
}
