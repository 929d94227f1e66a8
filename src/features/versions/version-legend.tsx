import type { CompareWith } from '#domain/versions/version-matrix.ts';
import { VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { ComparisonChip, PendingChip } from './mark-chip.tsx';

/** Explains the marks of the cells. */
export function VersionLegend({ compareWith }: { readonly compareWith: CompareWith }) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1.5 text-mute text-xs">
      <span>{compareWith === 'left' ? WORDS.inStep : WORDS.inStepLast}</span>
      <span className="flex items-center gap-1.5">
        <ComparisonChip comparison={{ relation: 'behind' }} />
        <ComparisonChip comparison={{ relation: 'ahead' }} />
        <span>{WORDS.whereKnown}</span>
      </span>
      <span className="flex items-center gap-1.5">
        <ComparisonChip comparison={{ relation: 'different' }} />
        <span>{WORDS.elseDifferent}</span>
      </span>
      <span className="flex items-center gap-1.5">
        <ComparisonChip comparison={{ relation: 'otherSource' }} />
        <span>{WORDS.sameName}</span>
      </span>
      <span className="flex items-center gap-1.5">
        <ComparisonChip comparison={{ relation: 'sameMovingTag' }} />
        <span>{WORDS.mayDiffer}</span>
      </span>
      <span className="flex items-center gap-1.5">
        <PendingChip>{WORDS.configured}</PendingChip>
        <span>{WORDS.notDeployed}</span>
      </span>
      <span className="flex items-center gap-1.5">
        <PendingChip isKnown={false}>{WORDS.configured}</PendingChip>
        <span>{WORDS.maybeDeployed}</span>
      </span>
    </div>
  );
}
