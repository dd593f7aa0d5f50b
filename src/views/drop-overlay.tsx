// Files may be dropped anywhere on the window; while they hover, the page says so.
import { useLayoutEffect, useState } from 'preact/hooks';
import { takeDrop } from '../app/incoming/incoming.ts';

export function DropOverlay() {
  const [over, setOver] = useState(false);
  // With the first drawing: a file dropped a moment later must not be opened in place of the page.
  useLayoutEffect(() => {
    // dragenter and dragleave come for every element passed: only the count tells whether the window was left.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const hover = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      // Words dragged into a field are the field's own.
      if (!event.dataTransfer || (!hasFiles(event) && event.dataTransfer.files.length === 0)) return;
      event.preventDefault();
      void takeDrop(event.dataTransfer);
    };
    addEventListener('dragenter', enter);
    addEventListener('dragover', hover);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragover', hover);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div class="drop-overlay" aria-hidden="true">
      <p>松开鼠标，导入文件或文件夹</p>
      <p class="small">只在本机处理，不上传</p>
    </div>
  );
}
