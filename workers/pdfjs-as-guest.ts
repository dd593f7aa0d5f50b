// pdf.js takes over the port of any worker it is loaded in, unless it sees a window. Imported before it; the entry clears up.
(globalThis as { window?: unknown }).window = globalThis;
