/** Defines `<civic-directive-viewer>`. */
import { DirectiveViewer } from '../../widgets/directive-viewer/directive-viewer.js';

DirectiveViewer.define();
