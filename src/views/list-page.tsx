// Import and list: everything that comes in and everything that is kept.
import { library } from '../app/library.ts';
import { lines } from '../app/listing.ts';
import { CalmWords } from './calm-words.tsx';
import { ImportBar } from './import-bar.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ReportList } from './report-list.tsx';
import { Welcome } from './welcome.tsx';

export function ListPage() {
  const { state } = library.loadState.value;
  const empty = lines.value.length === 0;
  return (
    <>
      <h1 class="visually-hidden">导入与列表</h1>
      <CalmWords />
      <ImportBar roomy={empty && state !== 'opening'} />
      <ImportProgress />
      {!empty ? <ReportList /> : state === 'opening' ? <p class="waiting">正在打开本机保存的报告……</p> : <Welcome />}
    </>
  );
}
