export { diffServices } from './diff-services.ts';
export {
  type Change,
  type DiffTheme,
  diffThemes,
  type LostAnswer,
  type ServiceDiff,
} from './service-diff.ts';
