// What a person may set: which rules run, how grave they are, their thresholds, the region's template, own words; and settings as a file.
import { regions } from '../core/form/index.ts';
import { BackupSection } from './backup-section.tsx';
import { KeepingSection } from './keeping-section.tsx';
import { RecheckBar } from './recheck-bar.tsx';
import { RegionChoice } from './settings/region-choice.tsx';
import { RuleSettings } from './settings/rule-settings.tsx';
import { SettingsHead } from './settings/settings-head.tsx';
import { WordLists } from './settings/word-lists.tsx';

export function SettingsPage() {
  return (
    <>
      {/* Stays in sight: what is set far below takes effect here. */}
      <div class="recheck-dock">
        <RecheckBar />
      </div>
      <SettingsHead />
      <BackupSection />
      <KeepingSection />
      {regions.length > 0 && <RegionChoice />}
      <RuleSettings />
      <WordLists />
    </>
  );
}
