// commander starts programs for commands that are programs of their own. None of ours is.
export default {};
