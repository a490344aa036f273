import '../../assets/tokens.css';
import '../../assets/parts.css';
import '../../assets/timeline.css';
import './popup.css';

// Chromium makes the popup's window once the page has loaded, which takes it 50 ms more: the script does not hold that up, and runs
// meanwhile. So the first paint comes some 15 ms earlier, and shows the same.
void import('./start');
