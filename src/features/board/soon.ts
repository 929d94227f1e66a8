/** What cards show, and most of them not on the first screen. Fetched with what else comes soon. */
export { DeploymentBars } from '#ui/deployment-bars.tsx';
export { FailureLine } from '#ui/failure-line.tsx';
export { RunningTimes } from './running-times.tsx';
