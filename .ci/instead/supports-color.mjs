// chalk asks what the terminal can do. Here it is told, each time.
export default { stdout: false, stderr: false };
